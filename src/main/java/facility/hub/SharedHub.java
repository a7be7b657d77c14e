package facility.hub;

import facility.Image;
import facility.Quantity;
import facility.storage.SharedStorage;
import java.util.List;
import java.util.Optional;

/** The hub's own shared values. */
public final class SharedHub {
    private SharedHub() {}

    public static LoginPage loginPage() {
        return new LoginPage(
                "Welcome to the Elastic Analysis Facility. Sign in, pick your collaboration, and start an environment.",
                List.of(
                        new Link("binderhub", "BinderHub", "https://binder.example.org"),
                        new Link("documentation", "Documentation", "https://docs.example.org/eaf"),
                        new Link("feedback", "Feedback", "https://feedback.example.org/eaf"),
                        new Link("security", "Report a security problem", "mailto:security@example.org")),
                Optional.empty());
    }

    public static Examples examples() {
        return new Examples(
                Image.parse("docker.io/alpine/git:v2.49.1"),
                SharedStorage.HOMES,
                Quantity.parse("20Gi"),
                // An address for documentation (RFC 5737), as git.example.org is a name for it.
                List.of("192.0.2.48/28"),
                "4-59/15 * * * *",
                List.of(
                        repository("dune", "3f786850e387550fdab836ed7e6dc881de23001b"),
                        repository("acorn", "89e6c98d92887913cadf06b2adb97f26cde4849b"),
                        repository("fife", "2b66fd261ee5c6cfc8de7fa466bab600bcfe4f69"),
                        repository("cosmic", "4a9d0d9d0b1c6a1f4c1b6f8f2d2a5c3e7b8f9a01"),
                        repository("fermi", "9e107d9d372bb6826bd81d3542a419d6277e2a4f"),
                        repository("cms-lpc", "c3499c2729730a7f807efb8676a92dcb6f8a3f8f")));
    }

    private static ExampleRepository repository(String collaboration, String commit) {
        return new ExampleRepository(
                collaboration, "https://git.example.org/eaf/examples-" + collaboration + ".git", commit);
    }
}
