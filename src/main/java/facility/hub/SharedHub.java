package facility.hub;

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
}
