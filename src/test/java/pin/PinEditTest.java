package pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import config.FaultyDeclarationException;
import config.PinnedRelease;
import facility.ReleasePin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class PinEditTest {
    private static final String FILE = "Pulumi.prod.yaml";

    /** Digits alone: a number to YAML, were it not quoted. */
    private static final ReleasePin PIN = new ReleasePin("1".repeat(40), "sha256:" + "ab".repeat(32));

    private static final ReleasePin OLD =
            new ReleasePin("0123456789abcdef0123456789abcdef01234567", "sha256:" + "c".repeat(64));
    private static final String LINE =
            "facility:release: {commit: \"" + PIN.commit() + "\", digest: " + PIN.digest() + "}";

    @Test
    void a_new_pin_is_one_more_line_and_the_comment_above_the_first_key_stays_with_it() {
        String edited =
                PinEdit.of(FILE, "# prod\nconfig: # ours\n\n    # nobody else\n    a:b: 1\n    c:d: [1, 2]", PIN);
        assertThat(edited)
                .isEqualTo(
                        "# prod\nconfig: # ours\n    " + LINE + "\n\n    # nobody else\n    a:b: 1\n    c:d: [1, 2]");
    }

    @Test
    void a_pin_that_is_there_keeps_its_form() {
        String text =
                """
                config:
                  facility:release:  # by a promotion
                    digest:   '%s'   # what
                    # where from
                    commit: %s
                  a:b: c
                """;
        assertThat(PinEdit.of(FILE, text.formatted(OLD.digest(), OLD.commit()), PIN))
                .isEqualTo(text.formatted(PIN.digest(), "\"" + PIN.commit() + "\""));
    }

    @Test
    void the_tracked_files_take_it_and_give_it_back() throws IOException {
        for (String file : new String[] {"Pulumi.dev.yaml", FILE}) {
            byte[] bytes = Files.readAllBytes(Path.of(file));
            byte[] edited = PinEdit.of(file, bytes, PIN);
            assertThat(PinnedRelease.read(file, edited)).contains(PIN);
            assertThat(new String(edited, StandardCharsets.UTF_8).replace("  " + LINE + "\n", ""))
                    .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** A file as people leave it. */
    record Written(String text, boolean pinned) {}

    @Property(tries = 500)
    void nothing_but_the_pin_changes(@ForAll("files") Written file) {
        String edited = PinEdit.of(FILE, file.text(), PIN);

        // Every other byte is as it was.
        String without = file.pinned()
                ? edited.replace(PIN.digest(), OLD.digest()).replace(PIN.commit(), OLD.commit())
                : edited.replaceFirst("[ ]+" + java.util.regex.Pattern.quote(LINE) + "(\r\n|\n)", "");
        assertThat(without).isEqualTo(file.text());

        // To another reader it is the old document and the pin.
        Map<String, Object> expected = new LinkedHashMap<>(parsed(file.text()));
        Map<Object, Object> config = new LinkedHashMap<>((Map<?, ?>) expected.get("config"));
        config.put("facility:release", Map.of("commit", PIN.commit(), "digest", PIN.digest()));
        expected.put("config", config);
        assertThat(parsed(edited)).isEqualTo(expected);

        assertThat(PinEdit.of(FILE, edited, PIN)).isEqualTo(edited);
        assertThat(PinnedRelease.read(FILE, edited.getBytes(StandardCharsets.UTF_8)))
                .contains(PIN);
    }

    private static Map<String, Object> parsed(String text) {
        return new Yaml().load(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    @Provide
    Arbitrary<Written> files() {
        var pinned = Arbitraries.of(
                "",
                "facility:release: {commit: \"" + OLD.commit() + "\", digest: " + OLD.digest() + "}  # 🚀 flow",
                "facility:release: { digest: '" + OLD.digest() + "' , commit: '" + OLD.commit() + "' }",
                "'facility:release':\n@    commit: \"" + OLD.commit() + "\"\n@    # why\n@    digest: \"" + OLD.digest()
                        + "\"");
        var before = Arbitraries.of("", "# ünï ☃ 🙂\n", "---\n", "encryptionsalt: v1:x:y\n\n", "# a\n# b\n---\n");
        var config =
                Arbitraries.of("config:\n", "config:   # 🙂 here\n", "\"config\":\n\n# left\n", "config:\n@# first\n");
        var entry = Arbitraries.of(
                "facility:hub: {host: 'a b', users: {atOnce: 0180}}",
                "facility:hub:\n@  host: \"x\\u00e9\"   # odd\n\n@  users:\n@      atOnce: 1_000",
                "facility:binder:\n@  note: |\n@    two lines\n@\n@      kept\n@  other: >-\n@    folded\n@    text",
                "facility:secrets:\n@  hubCookieSecret:\n@    secure: v1:aa:bb==");
        var defaults = Arbitraries.of(
                "pulumi:disable-default-providers:\n@  - \"*\"",
                "pulumi:disable-default-providers: [ '*' ]   # none",
                "pulumi:disable-default-providers:\n@- '*'");
        var indentation = Arbitraries.of(" ", "  ", "    ");
        var form = Combinators.combine(
                        Arbitraries.of("\n", "\r\n"), Arbitraries.of("", "\n", "\n\n# end\n", "\nenvironment: [a]\n"),
                        Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Form::new);
        return Combinators.combine(before, config, pinned, entry, defaults, indentation, form)
                .as(PinEditTest::written);
    }

    record Form(String lineEnd, String end, boolean mark, boolean pinFirst) {}

    private static Written written(
            String before, String config, String pinned, String entry, String defaults, String indentation, Form form) {
        String first = form.pinFirst() && !pinned.isEmpty() ? "@" + pinned + "\n" : "";
        String last = form.pinFirst() || pinned.isEmpty() ? "" : "\n@" + pinned;
        String body = before + config + first + "@" + defaults + "\n@" + entry + last + form.end();
        String text = body.replace("@", indentation).replace("\n", form.lineEnd());
        return new Written((form.mark() ? "\uFEFF" : "") + text, !pinned.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config: {a:b: c}\n",
                "{config: {a: c}}\n",
                "config:\n",
                "config: text\n",
                "a: b\n",
                "config:\n  a:b: c\n  a:b: d\n",
                "config:\n  a:b: &x c\n  d:e: *x\n",
                "config:\n\ta:b: c\n",
                "config:\n  a:b: c\n---\nconfig:\n  a:b: c\n",
                "config:\n  facility:release: later\n",
                "config:\n  facility:release: {commit: a, digest: b, by: c}\n",
                "config:\n  facility:release: {commit: a}\n",
                "config:\n  facility:release:\n    commit: |\n      a\n    digest: b\n",
                "config:\n  facility:release:\n    commit: a\n      b\n    digest: b\n",
                "? config\n: a:b: c\n",
                "config: [\n",
                ""
            })
    void what_cannot_be_edited_without_a_doubt_is_refused_with_its_place(String text) {
        assertThatThrownBy(() -> PinEdit.of(FILE, text, PIN))
                .isInstanceOf(FaultyDeclarationException.class)
                .hasMessageContaining(FILE + ":")
                .hasMessageContaining("1 fault in the declaration; nothing was changed");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused_and_not_replaced() {
        byte[] bytes = "config:\n  a:b: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> PinEdit.of(FILE, bytes, PIN)).hasMessageContaining(FILE + ":2: is not UTF-8");
    }
}
