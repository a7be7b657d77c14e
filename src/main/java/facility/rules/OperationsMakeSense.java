package facility.rules;

import facility.Facility;
import facility.Operations;
import facility.Problems;
import java.time.Duration;

/** What the team holds itself to can be held: an age above nothing, a share of a quota, steps of one line. */
final class OperationsMakeSense implements Rule {
    private static final Duration LEAST = Duration.ofHours(1);

    @Override
    public void check(Facility facility, Problems problems) {
        Operations operations = facility.operations();
        if (operations.backupMaxAge().compareTo(LEAST) < 0) {
            problems.add(
                    "operations.backupMaxAge",
                    "is an age that no snapshot keeps",
                    operations.backupMaxAge().toSeconds() + "s",
                    "1h or more, such as 1d",
                    "raise it");
        }
        int attention = operations.quotaAttention().value();
        if (attention < 1 || attention > 100) {
            problems.add(
                    "operations.quotaAttention",
                    "is no share of a quota",
                    operations.quotaAttention().toString(),
                    "1% to 100%",
                    "correct it");
        }
        for (var step : operations.upgradeSteps()) {
            if (step.text().isBlank() || step.text().lines().count() > 1) {
                problems.add(
                        "operations.upgradeSteps[" + step.name() + "].text",
                        "is not one line",
                        "\"" + step.text().strip().lines().findFirst().orElse("") + "\"",
                        "what a person does, in one line",
                        "write it as one line, or as several steps");
            }
        }
    }
}
