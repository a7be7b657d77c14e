package policies.rules;

import policy.About;
import policy.Findings;
import policy.Given;
import policy.Node;
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
        ChartValues.ofHub(resource).ifPresent(values -> {
            Node hub = values.at("hub");
            // What is given to JupyterHub itself is set after the chart's own values.
            Node traits = hub.at("config", "JupyterHub");
            if (first(traits.at("allow_named_servers"), hub.at("allowNamedServers"))
                            .isTrue()
                    || HubProgram.of(values, "allow_named_servers").stream().anyMatch(HubProgram.Trait::isTrue)) {
                Node limit = first(traits.at("named_server_limit_per_user"), hub.at("namedServerLimitPerUser"));
                judge(resource, limit.number().orElse(0.0), most, findings);
            }
            HubProgram.of(values, "named_server_limit_per_user").stream()
                    .map(trait -> trait.value().matches("[0-9]{1,9}") ? Double.parseDouble(trait.value()) : 0.0)
                    .forEach(number -> judge(resource, number, most, findings));
        });
    }

    private static Node first(Node one, Node other) {
        return one.present() ? one : other;
    }

    /** JupyterHub takes 0 and nothing at all for "no limit". */
    private void judge(Resource resource, double number, int most, Findings findings) {
        if (number <= 0 || number > most) {
            findings.add(
                    resource,
                    "gives each user many named servers",
                    number <= 0 ? "no limit" : String.valueOf((int) number),
                    "at most " + most,
                    about().mend());
        }
    }
}
