package stacks;

import config.FacilityReader;
import gate.GateSite;
import gate.Lift;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import target.Target;

/** Lifts what the gates of an environment raised, outside of any run. */
public final class GateLift {
    private GateLift() {}

    /**
     * After a run that failed.
     *
     * @param configuration the engine's, by key; asked only for an environment with gates
     * @return a line for each thing that was lifted or could not be; empty without gates
     */
    public static List<String> of(CheckedFacility checked, Target target, Supplier<Map<String, String>> configuration) {
        return Gates.of(checked)
                .map(gates -> {
                    var facility = checked.facility();
                    var secrets = SecretValues.of(
                            facility.secrets(),
                            target,
                            configuration.get(),
                            FacilityReader.fileOf(facility.environment()));
                    return Lift.of(
                            target,
                            facility.checkmk()
                                    .map(checkmk -> CheckmkProvider.arguments(checkmk, target, secrets))
                                    .map(GateSite::of),
                            gates.hosts());
                })
                .orElse(List.of());
    }
}
