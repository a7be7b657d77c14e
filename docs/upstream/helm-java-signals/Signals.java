import com.marcnuri.helm.Helm;
import java.nio.file.Files;
import java.nio.file.Path;

/** Waits to be ended, after having rendered a chart if it is given one. */
class Signals {
    public static void main(String[] chart) throws Exception {
        if (chart.length > 0) {
            new Helm(Path.of(chart[0])).template().call();
        }
        System.out.println("ready");
        Thread.sleep(60_000);
    }
}
