package policies.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import policy.About;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.ResourceRule;
import policy.Severity;

public final class TestSignInIsOnTwins implements ResourceRule {
    private static final String TWIN = "twin/";

    @Override
    public About about() {
        return About.mandatory(
                        "test-sign-in-is-on-twins",
                        "a sign-in that asks for no proof is on a twin only",
                        "everybody is everybody else, with their files",
                        "set hub.signIn.use to cilogon, oidc or ldap")
                .withSeverity(Severity.CRITICAL)
                .withSettings(
                        """
                        {"classes": {"type": "array", "$comment": "looked for", "items": {"type": "string"},
                           "default": ["dummy", "shared-password", "null", "tmp", "firstuse"],
                           "description": "parts of authenticator_class that ask for no proof"}}""");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        List<String> classes = given.settings().texts("classes");
        ChartValues.ofHub(resource).stream()
                .flatMap(values -> Stream.concat(
                        values.at("hub", "config", "JupyterHub", "authenticator_class").text().stream(),
                        HubProgram.of(values, "authenticator_class").stream().map(HubProgram.Trait::value)))
                .filter(chosen -> classes.stream()
                        .anyMatch(part -> chosen.toLowerCase(Locale.ROOT).contains(part)))
                .filter(chosen -> !onTwin(resource))
                .forEach(chosen -> findings.add(
                        resource,
                        "signs people in without proof",
                        chosen,
                        "only where the provider's clusterIdentifier begins with " + TWIN,
                        about().mend()));
    }

    private static boolean onTwin(Resource resource) {
        return resource.provider()
                .flatMap(provider -> provider.at("clusterIdentifier").text())
                .filter(identifier -> identifier.startsWith(TWIN))
                .isPresent();
    }
}
