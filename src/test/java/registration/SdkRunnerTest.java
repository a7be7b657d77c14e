package registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The fault that is one reason for {@link Engine}: see docs/upstream/java-runner-spins. When this fails, the SDK waits
 * instead of spinning, and ADR 3's measurement is to be made again.
 */
class SdkRunnerTest {
    private static final String RUNNER = "com.pulumi.deployment.internal.DeploymentImpl$DefaultRunner";

    /** Names of what lets a thread rest, or a task begin later. */
    private static final Set<String> RESTS = Set.of(
            "sleep", "park", "parkNanos", "await", "wait", "take", "poll", "delayedExecutor", "schedule", "yield");

    @Test
    void the_sdk_still_looks_at_its_tasks_without_a_rest() throws ClassNotFoundException {
        JavaClass runner = new ClassFileImporter().importClass(Class.forName(RUNNER));
        var calls = runner.getCodeUnits().stream()
                .filter(each -> each.getName().contains("loopUntilDone")
                        || each.getName().equals("checkForTasks"))
                .map(JavaCodeUnit::getMethodCallsFromSelf)
                .flatMap(Set::stream)
                .map(JavaMethodCall::getName)
                .collect(Collectors.toSet());
        assertThat(calls).contains("checkForTasks", "runAsync", "format").doesNotContainAnyElementsOf(RESTS);
    }
}
