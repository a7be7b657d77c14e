package twin;

import java.nio.file.Path;
import java.util.List;

/**
 * Processes of a twin whose records are gone, because somebody deleted its folder while it ran. Each of a twin's
 * processes names that folder in its arguments, and nobody else's does.
 */
final class Orphans {
    private Orphans() {}

    static List<ProcessHandle> of(Path folder, List<Child> known) {
        String own = folder.toAbsolutePath() + "/";
        var recorded = known.stream()
                .flatMap(child -> child.running().stream())
                .map(ProcessHandle::pid)
                .toList();
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self && !recorded.contains(process.pid()))
                .filter(process -> isComponent(process, own))
                .toList();
    }

    private static boolean isComponent(ProcessHandle process, String own) {
        var info = process.info();
        String[] arguments = info.arguments().orElse(new String[0]);
        boolean namesFolder = List.of(arguments).stream()
                .anyMatch(
                        argument -> argument.contains("=" + own) || argument.startsWith(own + "configuration/players"));
        return namesFolder && info.command().map(Orphans::isOurs).orElse(false);
    }

    /** An editor or a pager that shows one of the twin's files is not ours. */
    private static boolean isOurs(String command) {
        String name = Path.of(command).getFileName().toString();
        return name.equals("java")
                || List.of(Component.values()).stream()
                        .anyMatch(one -> one.title().equals(name));
    }
}
