package stacks;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Environment;
import health.Member;
import health.StackMembers;
import house.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kube.ProvidedResource;
import org.junit.jupiter.api.Test;

/** What stands between the stacks of an environment that declares gates. */
class GatesTest {
    private static final CheckedFacility PROD = CheckedFacility.read(Path.of(""), Environment.PROD, true);

    @Test
    void an_environment_without_gates_has_none() {
        assertThat(Gates.of(CheckedFacility.read(Path.of(""), Environment.DEV, true)))
                .isEmpty();
    }

    /** As of every resource, a changed name is another resource. */
    @Test
    void the_gates_names_are_a_contract() {
        Golden.assertMatches(
                "golden/prod/gates.txt",
                Gates.of(PROD).orElseThrow().all().stream()
                        .map(ProvidedResource::key)
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void a_gate_looks_at_everything_that_its_stack_declares() {
        var gates = Gates.of(PROD).orElseThrow();
        for (Stack stack : PROD.stacks()) {
            var expected = StackMembers.of(stack.name(), stack.objects(), 0).members();
            var members = gates.after(stack)
                    .map(gate -> (Map<?, ?>) gate.fields().get("members"))
                    .orElse(Map.of());
            assertThat(members).as(stack.name()).hasSameSizeAs(expected);
            for (Member member : expected) {
                assertThat(Member.read(stack.name(), member.title(), (String) members.get(member.title())))
                        .isEqualTo(member);
            }
        }
    }

    @Test
    void a_change_of_one_stack_moves_its_gate_and_the_announcement_and_no_other_gate() {
        var hub = PROD.stacks().stream()
                .filter(stack -> stack.name().equals("jupyterhub"))
                .findFirst()
                .orElseThrow();
        var fewer = new Fewer(hub);
        var changed = new CheckedFacility(
                PROD.facility(),
                PROD.stacks().stream()
                        .map(stack -> stack == hub ? fewer : stack)
                        .toList());
        var before = digests(PROD);
        var after = digests(changed);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet().stream().filter(key -> !after.get(key).equals(before.get(key))))
                .containsExactlyInAnyOrder(
                        "facility:gate:Announcement announcement",
                        "facility:gate:Downtime downtime",
                        "facility:gate:Health jupyterhub",
                        "facility:gate:Lifted lifted");
    }

    @Test
    void a_downtime_is_of_the_hosts_that_are_watched() {
        assertThat(Gates.of(PROD).orElseThrow().hosts())
                .contains(PROD.facility().hub().host())
                .isSorted();
    }

    private static Map<String, Object> digests(CheckedFacility checked) {
        return Gates.of(checked).orElseThrow().all().stream()
                .collect(Collectors.toMap(
                        ProvidedResource::key, gate -> gate.fields().get("digest")));
    }

    /** A stack without its first object. */
    private record Fewer(Stack stack) implements Stack {
        @Override
        public String name() {
            return stack.name();
        }

        @Override
        public List<kube.Declared> objects() {
            return stack.objects().subList(1, stack.objects().size());
        }
    }
}
