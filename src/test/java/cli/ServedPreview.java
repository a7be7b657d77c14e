package cli;

import facility.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import policy.Pack;
import policy.analyzer.PackServer;

/**
 * A preview as {@code ./facility preview} starts it, with the policy pack or without, which the product never does; or with
 * a pack that has no rule, which is the engine's own part of a pack's cost.
 */
public final class ServedPreview {
    private ServedPreview() {}

    /** @param args environment, and the options besides */
    public static void main(String[] args) throws IOException {
        var project = new Project(Path.of(System.getProperty("facility.root")));
        var run = ClusterRun.ready(project, Environment.of(args[0]).orElseThrow(), On.TWIN);
        var pulumi = run.pulumi();
        pulumi.selectOrInit();
        try (var served = new OneProcess(run.workspace(), pulumi, run.checked()).start(Map.of());
                var empty = PackServer.serve(none -> Pack.of("empty", "1.0.0", "No rule", List.of()))) {
            var variables = new TreeMap<>(served.variables());
            if (Boolean.getBoolean("campaign.empty")) {
                variables.replaceAll((name, value) -> value.replaceFirst("^\\d+", String.valueOf(empty.port())));
            }
            var words = new ArrayList<>(List.of(args).subList(1, args.length));
            words.add(0, "preview");
            words.addAll(served.words());
            System.exit(pulumi.stream(event -> {}, System.err::println, variables, words.toArray(String[]::new)));
        }
    }
}
