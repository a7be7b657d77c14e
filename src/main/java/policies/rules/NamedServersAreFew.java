package policies.rules;

import policy.About;
import policy.Findings;
import policy.Given;
import policy.Resource;
import policy.ResourceRule;
import policy.Severity;

public final class NamedServersAreFew implements ResourceRule {
    @Override
    public About about() {
        return About.mandatory(
                        "named-servers-are-few",
                        "a user has at most so many named servers beside the default one",
                        "one user can hold many slices at once; without a limit JupyterHub allows any number",
                        "lower hub.namedServers in facility:hub")
                .withSeverity(Severity.MEDIUM)
                .withSettings("{\"most\": {\"type\": \"integer\", \"minimum\": 1, \"default\": 5}}");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        int most = (int) given.settings().number("most");
        ChartValues.ofHub(resource)
                .map(values -> values.at("hub"))
                .filter(hub -> hub.at("allowNamedServers").isTrue())
                .ifPresent(hub -> {
                    double number = hub.at("namedServerLimitPerUser").number().orElse(0.0);
                    // JupyterHub takes 0 and nothing at all for "no limit".
                    if (number <= 0 || number > most) {
                        findings.add(
                                resource,
                                "gives each user many named servers",
                                number <= 0 ? "no limit" : String.valueOf((int) number),
                                "at most " + most,
                                about().mend());
                    }
                });
    }
}
