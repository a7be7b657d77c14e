package posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommentTextTest {
    @Test
    void the_whole_comment_in_order() {
        assertThat(CommentText.of(Reviews.dangerous(Reviews.COMMIT)))
                .isEqualTo(
                        """
                        <!-- facility:review project=analysis-facility environments=dev,prod -->
                        ### 2 dangers

                        | Environment | Verdict | Changes | Dangers | Exit | Report |
                        |---|---|---|---|---|---|
                        | dev | changes | 3 to create, 1 to update | 0 | 0 | [report](https://ci.example.org/jobs/1/dev.html) |
                        | prod | changes | 3 to create, 1 to update | **2** | 0 | [report](https://ci.example.org/jobs/1/prod.html) |

                        Commit 0123456789abcdef0123456789abcdef01234567

                        A volume goes.
                        """);
    }

    @Test
    void the_headline_says_the_worst() {
        assertThat(CommentText.headline(Reviews.green())).isEqualTo("Preview: nothing dangerous");
        assertThat(CommentText.headline(Reviews.failed())).isEqualTo("The preview failed: dev");
        assertThat(CommentText.headline(
                        Reviews.of(Reviews.COMMIT, "", Reviews.row("dev", "a policy forbids it", 0, 3))))
                .isEqualTo("Not to be applied: dev");
    }

    @Test
    void words_in_a_cell_change_nothing_of_the_table() {
        var row = new Row("dev", "a|b\n\n<script>`x`</details>**y**", "<!-- -->\t[z](u)", 0, 0, Optional.empty());
        String text = CommentText.of(Reviews.of(Reviews.COMMIT, "", row));

        assertThat(text.lines().filter(line -> line.startsWith("| dev")))
                .containsExactly(
                        "| dev | a&#124;b  &#60;script&#62;&#96;x&#96;&#60;/details&#62;&#42;&#42;y&#42;&#42; |"
                                + " &#60;!-- --&#62; &#91;z&#93;(u) | 0 | 0 |  |");
    }

    @Test
    void a_links_target_does_not_end_early() {
        var row = new Row("dev", "", "", 0, 0, Optional.of(URI.create("https://ci.example.org/a(b)/c?d=e&f=(g)")));

        assertThat(CommentText.of(Reviews.of(Reviews.COMMIT, "", row)))
                .contains("[report](https://ci.example.org/a%28b%29/c?d=e&f=%28g%29)");
    }

    @Test
    void the_marker_is_compared_whole() {
        Marker dev = Marker.ofComment(Reviews.of(Reviews.COMMIT, "", Reviews.row("dev", "", 0, 0)));
        Marker dev2 = Marker.ofComment(Reviews.of(Reviews.COMMIT, "", Reviews.row("dev2", "", 0, 0)));

        assertThat(dev.begins(dev.line())).isTrue();
        assertThat(dev.begins(dev.line() + "\r\nwords")).isTrue();
        assertThat(dev.begins(dev2.line() + "\nwords")).isFalse();
        assertThat(dev2.begins(dev.line() + "\nwords")).isFalse();
        assertThat(dev.begins(dev.line() + " words")).isFalse();
        assertThat(dev.begins("\n" + dev.line())).isFalse();
    }

    @Test
    void a_name_that_would_end_the_marker_is_refused() {
        assertThatThrownBy(() -> new Row("dev -->", "", "", 0, 0, Optional.empty()))
                .hasMessageContaining("no name, \"dev -->\"");
        assertThatThrownBy(() -> Reviews.of(Reviews.COMMIT, "")).hasMessageContaining("rows: none");
        assertThatThrownBy(() -> new Review(
                        "p",
                        "c",
                        List.of(Reviews.row("dev", "", 0, 0), Reviews.row("dev", "", 0, 0)),
                        "",
                        false,
                        false))
                .hasMessage("rows: twice in it, \"dev\"");
        assertThatThrownBy(() -> new Row("dev", "", "", 0, 0, Optional.of(URI.create("javascript:alert(1)"))))
                .hasMessageContaining("no address of the web");
    }
}
