package cli;

import checkmk.provider.CheckmkPlugin;
import engine.HeldState.Other;
import gate.GatePlugin;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import provider.EngineLog;
import provider.Plugin;
import provider.Reading;

/** What a state holds beyond Kubernetes, read by our own plug-ins' kinds in this process: what the engine would have them do. */
final class OtherProviders {
    private static final List<Plugin> PLUGINS =
            List.of(new CheckmkPlugin(), new GatePlugin(EngineLog.of(new String[0])));

    private OtherProviders() {}

    /** False as well where that cannot be told. */
    static boolean areStill(List<Other> held) {
        if (held.stream().anyMatch(other -> other.provider().isEmpty())) {
            return false;
        }
        try {
            return held.stream()
                    .collect(Collectors.groupingBy(other -> other.provider().orElseThrow()))
                    .entrySet()
                    .stream()
                    .allMatch(of -> areStill(Reading.configuration(of.getKey()), of.getValue()));
        } catch (RuntimeException unknown) {
            // Whatever kept it from answering: the engine asks as well then, and says so.
            return false;
        }
    }

    private static boolean areStill(Map<String, Object> configuration, List<Other> held) {
        String name = held.get(0).type();
        var plugin = PLUGINS.stream()
                .filter(each -> name.startsWith(each.name() + ":"))
                .findFirst();
        if (plugin.isEmpty()) {
            return false;
        }
        var kinds = plugin.get().kinds(configuration);
        // Each is a question to a server of its own, which takes its time.
        return held.parallelStream()
                .allMatch(other -> kinds.containsKey(other.type())
                        && Reading.isStill(kinds.get(other.type()), other.id(), other.inputs(), other.outputs()));
    }
}
