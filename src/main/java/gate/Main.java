package gate;

import java.io.IOException;
import provider.EngineLog;
import provider.PluginServer;

/** The plug-in that the engine starts for gates. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        PluginServer.serve(new GatePlugin(EngineLog.of(args)));
    }
}
