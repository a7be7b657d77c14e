package change.danger;

import change.Danger;
import change.Danger.Rank;
import difference.FieldChange;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The hub's sign-in, administrators, roles and scopes. */
final class SignInWidened implements DangerRule {
    private static final Pattern FIELD = Pattern.compile(
            "^data\\[values\\.yaml\\]\\.hub\\.(config\\..*(allow|admin|manage_groups|blocked|authenticator_class).*"
                    + "|loadRoles\\b.*|services\\b.*)");

    @Override
    public String key() {
        return "sign-in-changed";
    }

    @Override
    public List<Danger> of(Examined examined) {
        if (!examined.is(Set.of("ConfigMap"))) {
            return List.of();
        }
        return examined.change().properties().stream()
                .filter(field -> FIELD.matcher(field.path()).find())
                .map(field -> examined.danger(
                        this,
                        Rank.ACCESS,
                        field.path().substring("data[values.yaml].".length()) + ": " + words(field),
                        "who may sign in, or what somebody or a service may do at the hub, is another"))
                .toList();
    }

    private static String words(FieldChange field) {
        return field.before().map(Object::toString).orElse("(none)") + " -> "
                + field.after().map(Object::toString).orElse("(none)");
    }
}
