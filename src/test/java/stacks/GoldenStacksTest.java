package stacks;

import static org.assertj.core.api.Assertions.assertThat;

import facility.Environment;
import house.Golden;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kube.Declared;
import kube.ObjectFields;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What each stack declares in each environment, as files that a reviewer reads. */
class GoldenStacksTest {
    @TestFactory
    Stream<DynamicTest> a_stack_declares_what_its_golden_file_says() {
        return Arrays.stream(Environment.values())
                .flatMap(environment -> stacks(environment).stream().map(stack -> {
                    String file = "golden/" + environment.key() + "/" + stack.name() + ".yaml";
                    return DynamicTest.dynamicTest(file, () -> Golden.assertMatches(file, yaml(stack)));
                }));
    }

    /** A changed line here is a resource that the engine would replace: give it an alias in the same commit. */
    @TestFactory
    Stream<DynamicTest> the_engines_names_are_a_contract() {
        return Arrays.stream(Environment.values()).map(environment -> {
            String file = "golden/" + environment.key() + "/resources.txt";
            return DynamicTest.dynamicTest(file, () -> {
                var names = stacks(environment).stream()
                        .flatMap(stack -> Stream.concat(
                                stack.objects().stream().map(object -> name(stack, object)),
                                stack.resources().stream().map(resource -> stack.name() + " " + resource.key())))
                        .sorted()
                        .toList();
                assertThat(names).doesNotHaveDuplicates();
                Golden.assertMatches(file, String.join("\n", names) + "\n");
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> the_pure_step_gives_the_same_twice() {
        return Arrays.stream(Environment.values())
                .map(environment -> DynamicTest.dynamicTest(
                        environment.key(), () -> assertThat(all(environment)).isEqualTo(all(environment))));
    }

    private static String all(Environment environment) {
        return stacks(environment).stream().map(GoldenStacksTest::yaml).collect(Collectors.joining());
    }

    private static String name(Stack stack, Declared object) {
        return stack.name() + " " + object.type() + " " + object.name() + (object.isProtected() ? " protected" : "");
    }

    private static String yaml(Stack stack) {
        return Stream.concat(
                        stack.objects().stream().map(object -> ObjectFields.yaml(object.object())),
                        stack.resources().stream().map(ObjectFields::yaml))
                .collect(Collectors.joining());
    }

    private static List<Stack> stacks(Environment environment) {
        return CheckedFacility.read(Path.of(""), environment, false).stacks();
    }
}
