package policies.rules;

import java.util.stream.Stream;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.ResourceRule;
import policy.Severity;

public final class SignInIsForSomebody implements ResourceRule {
    @Override
    public About about() {
        return About.mandatory(
                        "sign-in-is-for-somebody",
                        "the hub lets in those whom it knows, never everybody who can prove a name",
                        "a federated sign-in lets in the whole world",
                        "leave allow_all false, and let the groups say who is let in")
                .withSeverity(Severity.CRITICAL);
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        ChartValues.ofHub(resource).ifPresent(values -> Stream.of("allow_all", "open_signup")
                .flatMap(name -> HubProgram.of(values, name).stream())
                .filter(HubProgram.Trait::isTrue)
                .forEach(trait ->
                        findings.add(resource, "lets everybody in", trait.toString(), "False", about().mend())));
        ChartValues.ofHub(resource).map(values -> values.at("hub", "config")).ifPresent(config -> config.fields()
                .forEach((name, traits) -> judge(resource, name, traits, findings)));
    }

    private void judge(Resource resource, String authenticator, Node traits, Findings findings) {
        if (traits.at("allow_all").isTrue()) {
            findings.add(resource, "lets everybody in", authenticator + ".allow_all true", "false", about().mend());
        }
        if (traits.at("open_signup").isTrue()) {
            findings.add(
                    resource,
                    "lets everybody make an account",
                    authenticator + ".open_signup true",
                    "false",
                    about().mend());
        }
        for (String list : new String[] {"allowed_users", "admin_users"}) {
            if (traits.at(list).texts().contains("*")) {
                findings.add(
                        resource,
                        "names everybody",
                        authenticator + "." + list + " *",
                        "names of users",
                        about().mend());
            }
        }
    }
}
