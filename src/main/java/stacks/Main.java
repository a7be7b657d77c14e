package stacks;

import static engine.ProgramExit.REASON_GIVEN;

import engine.StateSeal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import registration.Engine;
import registration.Engine.Settings;
import target.Target;
import target.TargetKinds;

/** What plain {@code pulumi} starts; a command of the facility's serves the same program itself: ADR 0031. */
public final class Main {
    private Main() {}

    /**
     * Registers what is declared with the engine that started it.
     *
     * @param args {@code --rehearse} to end after one round without an engine: toolchain/archive-classes
     */
    public static void main(String[] args) throws IOException {
        if (List.of(args).contains("--rehearse")) {
            Rehearsal.run(Path.of(System.getProperty("facility.root", "")));
            return;
        }
        var settings = Settings.of(System.getenv());
        if (settings.isEmpty()) {
            System.err.println("this program is started by the engine; run: ./facility up dev");
            System.exit(2);
        }
        // The engine starts it in the project's folder.
        Path project = Path.of("").toAbsolutePath();
        var target = Target.of(System.getenv());
        var program = new Program(
                project,
                target,
                declared -> {
                    StateSeal.requireBound(project, System.getenv());
                    // Nobody has looked yet, as a command of the facility's has: the preview would be green.
                    target.ifPresent(cluster -> TargetKinds.verify(cluster, declared.objects()));
                },
                (environment, onTwin) -> CheckedFacility.read(project, environment, onTwin));
        try (var engine = Engine.connect(settings.get())) {
            System.exit(program.run(engine) ? 0 : REASON_GIVEN);
        }
    }
}
