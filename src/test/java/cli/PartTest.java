package cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import engine.Changes;
import engine.EngineEvent.Step;
import engine.HeldResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import registration.Inputs;
import registration.Registration;
import registration.Removal;

class PartTest {
    private static final String ROOT = "urn:pulumi:dev::facility::pulumi:pulumi:Stack::facility-dev";
    private static final String PROVIDER = "urn:pulumi:dev::facility::pulumi:providers:kubernetes::kubernetes";
    private static final String SPACE = "urn:pulumi:dev::facility::kubernetes:core/v1:Namespace::hub";
    private static final String FILES = "urn:pulumi:dev::facility::kubernetes:core/v1:ConfigMap::hub/files";
    private static final String OTHER = "urn:pulumi:dev::facility::kubernetes:core/v1:ConfigMap::hub/other";

    private final List<HeldResource> held = List.of(
            held(ROOT, false, Set.of()),
            held(PROVIDER, true, Set.of()),
            held(SPACE, true, Set.of()),
            held(FILES, true, Set.of(SPACE)),
            held(OTHER, true, Set.of(SPACE)));

    private final Map<String, Registration> wanted = new LinkedHashMap<>();
    private final Map<String, Registration> unchanged;

    PartTest() {
        wanted.put(ROOT, wanted(ROOT, false, List.of(), ""));
        wanted.put(PROVIDER, wanted(PROVIDER, true, List.of(), ""));
        wanted.put(SPACE, wanted(SPACE, true, List.of(), ""));
        wanted.put(FILES, wanted(FILES, true, List.of(SPACE), ""));
        wanted.put(OTHER, wanted(OTHER, true, List.of(SPACE), ""));
        unchanged = Map.copyOf(wanted);
    }

    private static boolean isMade(String urn) {
        return urn.contains("kubernetes:core");
    }

    private static HeldResource held(String urn, boolean custom, Set<String> dependencies) {
        return new HeldResource(
                urn,
                urn.split("::", -1)[2],
                "",
                custom,
                urn.equals(ROOT) ? "" : ROOT,
                isMade(urn) ? PROVIDER + "::1" : "",
                false,
                false,
                dependencies,
                JsonNodeFactory.instance.objectNode());
    }

    private static Registration wanted(String urn, boolean custom, List<String> dependencies, String value) {
        String[] parts = urn.split("::", -1);
        return new Registration(
                parts[2],
                parts[3],
                urn.equals(ROOT) ? "" : ROOT,
                custom,
                isMade(urn) ? PROVIDER + "::1" : "",
                "",
                Inputs.struct(value.isEmpty() ? Map.of() : Map.of("value", value)),
                dependencies,
                Removal.DELETED);
    }

    private Part part() {
        return Part.of(held, wanted, resource -> false).orElseThrow();
    }

    @Test
    void where_nothing_differs_there_is_nothing_to_compare() {
        assertThat(part().isNothing()).isTrue();
        assertThat(part().urns()).isEmpty();
    }

    @Test
    void what_differs_comes_with_what_it_names_in_the_programs_order() {
        wanted.put(FILES, wanted(FILES, true, List.of(SPACE), "other"));
        assertThat(part().registrations().keySet()).containsExactly(ROOT, PROVIDER, SPACE, FILES);
    }

    @Test
    void what_is_gone_comes_with_what_the_state_says_that_it_leant_on() {
        wanted.remove(FILES);
        wanted.remove(SPACE);
        wanted.put(OTHER, wanted(OTHER, true, List.of(), ""));
        assertThat(part().urns()).containsExactlyInAnyOrder(ROOT, PROVIDER, SPACE, FILES, OTHER);
        assertThat(part().registrations().keySet()).containsExactly(ROOT, PROVIDER, OTHER);
    }

    @Test
    void what_is_new_leans_on_what_is_there() {
        String more = FILES + "-more";
        wanted.put(more, wanted(more, true, List.of(FILES), ""));
        assertThat(part().urns()).containsExactlyInAnyOrder(ROOT, PROVIDER, SPACE, FILES, more);
    }

    @Test
    void another_provider_is_another_of_all_that_it_makes() {
        wanted.put(PROVIDER, wanted(PROVIDER, true, List.of(), "other"));
        assertThat(Part.of(held, wanted, resource -> false)).isEmpty();
        wanted.remove(PROVIDER);
        assertThat(Part.of(held, wanted, resource -> false)).isEmpty();
    }

    @Test
    void of_what_is_new_where_nobody_could_say_more_only_that_is_said() {
        var part = Part.of(List.of(), unchanged, resource -> resource.name().startsWith("hub/"))
                .orElseThrow();
        assertThat(part.differing()).isEqualTo(unchanged.keySet());
        assertThat(part.makesProvider()).isTrue();
        assertThat(part.registrations()).containsOnlyKeys(ROOT, PROVIDER, SPACE);
        assertThat(part.made())
                .extracting(Step::operation, Step::urn)
                .containsExactlyInAnyOrder(tuple("create", FILES), tuple("create", OTHER));
        assertThat(part.made())
                .allMatch(step -> step.before().isEmpty() && step.after().isPresent());
    }

    @Test
    void an_up_registers_what_differs_with_what_leans_on_it_and_what_these_name_and_touches_the_first_alone() {
        wanted.put(SPACE, wanted(SPACE, true, List.of(), "other"));
        var applied = part().applied();
        assertThat(applied.targets()).containsExactly(SPACE);
        assertThat(applied.registrations().keySet()).containsExactly(ROOT, PROVIDER, SPACE, FILES, OTHER);
        wanted.put(SPACE, wanted(SPACE, true, List.of(), ""));
        wanted.put(FILES, wanted(FILES, true, List.of(SPACE), "other"));
        assertThat(part().applied().targets()).containsExactly(FILES);
        assertThat(part().applied().registrations().keySet()).containsExactly(ROOT, PROVIDER, SPACE, FILES);
    }

    @Test
    void what_is_deleted_is_a_target_that_nobody_registers() {
        wanted.remove(FILES);
        assertThat(part().applied().targets()).containsExactly(FILES);
        assertThat(part().applied().registrations()).containsOnlyKeys(ROOT, PROVIDER, SPACE);
    }

    /** Without targets an engine deletes what it is not told of. */
    @Test
    void where_most_differs_everything_is_registered_and_nothing_else_a_target() {
        for (String urn : List.of(SPACE, FILES, OTHER)) {
            wanted.put(urn, wanted(urn, true, urn.equals(SPACE) ? List.of() : List.of(SPACE), "other"));
        }
        assertThat(part().applied().targets()).isEmpty();
        assertThat(part().applied().registrations()).isEqualTo(wanted);
        assertThat(part().makesProvider()).isFalse();
    }

    @Test
    void what_was_there_is_asked_of_wherever_it_is() {
        wanted.put(FILES, wanted(FILES, true, List.of(SPACE), "other"));
        var part = Part.of(held, wanted, resource -> true).orElseThrow();
        assertThat(part.registrations()).containsKey(FILES);
        assertThat(part.made()).isEmpty();
    }

    @Test
    void what_is_named_by_what_is_asked_of_is_shown_with_it() {
        var fewer = held.stream().filter(each -> !each.urn().equals(OTHER)).toList();
        wanted.put(FILES, wanted(FILES, true, List.of(SPACE, OTHER), ""));
        var part = Part.of(fewer, wanted, resource -> true).orElseThrow();
        assertThat(part.registrations()).containsKeys(FILES, OTHER);
        assertThat(part.made()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"update, false", "create, false", "delete, false", "replace, true", "create-replacement, true"})
    void what_is_replaced_may_draw_others_along(String operation, boolean drags) {
        var step = new Step(
                operation,
                FILES,
                "kubernetes:core/v1:ConfigMap",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        var found = new Changes(List.of(step), List.of(), Map.of(), List.of(), List.of(), 0);
        assertThat(part().mayDrag(found)).isEqualTo(drags);
    }
}
