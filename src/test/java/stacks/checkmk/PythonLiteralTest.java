package stacks.checkmk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import stacks.checkmk.PythonLiteral.Tuple;

/** Read back by Python itself, as CheckMK does. */
class PythonLiteralTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Answers each literal with the JSON of its value; a tuple is told from a list by its name. */
    private static final String READER =
            """
            import ast, json, sys
            def shown(v):
                if isinstance(v, tuple): return {"tuple": [shown(i) for i in v]}
                if isinstance(v, list): return [shown(i) for i in v]
                if isinstance(v, dict): return {"map": [[shown(k), shown(x)] for k, x in v.items()]}
                if isinstance(v, float): return {"float": v}
                return v
            for line in sys.stdin:
                print(json.dumps(shown(ast.literal_eval(json.loads(line)))), flush=True)
            """;

    private static Process python;
    private static BufferedReader answers;

    @BeforeContainer
    static void start() throws IOException {
        python = new ProcessBuilder("python3", "-c", READER)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8));
    }

    @AfterContainer
    static void end() throws IOException {
        python.getOutputStream().close();
        python.destroy();
    }

    @Property(tries = 300)
    void python_reads_back_what_was_written(@ForAll("values") Object value) {
        assertThat(read(PythonLiteral.of(value))).isEqualTo(asRead(shown(value)));
    }

    @Example
    void tuples_of_one_are_tuples() {
        assertThat(PythonLiteral.of(Tuple.of("a"))).isEqualTo("('a',)");
        assertThat(PythonLiteral.of(Tuple.of())).isEqualTo("()");
    }

    @Example
    void what_python_has_no_literal_for_is_refused() {
        assertThatThrownBy(() -> PythonLiteral.of(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> PythonLiteral.of(Thread.State.NEW)).hasMessageContaining("no literal");
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(12).map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(Object.class::cast),
                        inner.list().ofMaxSize(3).map(Tuple::new),
                        Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), inner)
                                .ofMaxSize(3)
                                .map(Object.class::cast)),
                0,
                3);
    }

    private static Object shown(Object value) {
        if (value instanceof Tuple tuple) {
            return Map.of(
                    "tuple",
                    tuple.items().stream().map(PythonLiteralTest::shown).toList());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PythonLiteralTest::shown).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var pairs = new ArrayList<Object>();
            map.forEach((key, each) -> pairs.add(List.of(shown(key), shown(each))));
            return Map.of("map", pairs);
        }
        return value instanceof Double ? Map.of("float", value) : value;
    }

    /** A tree that was written and read tells a small number from a large one as the answer's does. */
    private static Object asRead(Object shown) {
        try {
            return JSON.readTree(JSON.writeValueAsString(shown));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object read(String literal) {
        try {
            python.getOutputStream().write((JSON.writeValueAsString(literal) + "\n").getBytes(StandardCharsets.UTF_8));
            python.getOutputStream().flush();
            return JSON.readTree(answers.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
