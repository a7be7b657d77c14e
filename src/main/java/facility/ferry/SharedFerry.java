package facility.ferry;

import facility.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The registry's shared values. */
public final class SharedFerry {
    private static final List<String> NONE = List.of();

    private SharedFerry() {}

    public static Ferry of() {
        return new Ferry(
                "https://ferry.example.org:8445",
                Optional.empty(),
                // Addresses for documentation (RFC 5737), as the hosts below example.org are names for it.
                List.of("192.0.2.0/28"),
                // Off the full hour, when everybody else's jobs ask the registry.
                "7-59/15 * * * *",
                Duration.ofMinutes(5),
                new RemovalLimit(20, new Percent(25)),
                false,
                List.of(
                        new MemberSource("dune", List.of("dune", "lbnf", "protodune"), NONE),
                        new MemberSource("accel-ai", List.of("accel-ai"), NONE),
                        new MemberSource("fife", List.of("icarus", "minerva", "nova", "sbnd", "uboone"), NONE),
                        new MemberSource("cosmic", List.of("darkside", "des"), NONE),
                        new MemberSource("fermi", NONE, List.of("gpgrid")),
                        new MemberSource("lpc", List.of("cms"), NONE)),
                NONE);
    }
}
