package policies.rules;

import policy.About;
import policy.Findings;
import policy.Given;
import policy.Node;
import policy.Resource;
import policy.ResourceRule;

public final class CullingIsTimely implements ResourceRule {
    @Override
    public About about() {
        return About.mandatory(
                        "culling-is-timely",
                        "idle servers are stopped, within the hours that are allowed",
                        "CPU, memory and GPU slices are held by people who went home",
                        "lower hub.cullAfter and hub.cullGpuAfter in facility:hub")
                .withSettings(
                        """
                        {"hours": {"type": "number", "exclusiveMinimum": 0, "default": 8,
                           "description": "after which an idle server is stopped at the latest"}}""");
    }

    @Override
    public void check(Resource resource, Given given, Findings findings) {
        double hours = given.settings().number("hours");
        ChartValues.ofHub(resource).ifPresent(values -> {
            Node cull = values.at("cull");
            if (!cull.at("enabled").isTrue()) {
                findings.add(
                        resource,
                        "stops no idle server",
                        "cull.enabled " + cull.at("enabled").textOr("absent"),
                        limit(hours),
                        about().mend());
            }
            judge(resource, cull.at("timeout"), "idle servers", hours, findings);
            if (values.at("custom", "cullGpu").present()) {
                judge(
                        resource,
                        values.at("custom", "cullGpu", "timeout"),
                        "idle servers with a GPU slice",
                        hours,
                        findings);
            }
        });
    }

    private void judge(Resource resource, Node timeout, String whose, double hours, Findings findings) {
        double seconds = timeout.number().orElse(Double.POSITIVE_INFINITY);
        if (seconds > hours * 3600) {
            findings.add(
                    resource,
                    "stops " + whose + " late",
                    timeout.text().map(text -> "after " + text + " s").orElse("never"),
                    limit(hours),
                    about().mend());
        }
    }

    private static String limit(double hours) {
        return "after at most " + (hours == Math.rint(hours) ? String.valueOf((long) hours) : hours) + " h";
    }
}
