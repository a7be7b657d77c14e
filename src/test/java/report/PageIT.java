package report;

import static org.assertj.core.api.Assertions.assertThat;

import change.Changed;
import change.EverySort;
import change.NewFlavour;
import change.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page as a reviewer has it: in a browser, with a mouse, a keyboard, or a phone. */
class PageIT {
    /** The least that a browser on a busy machine may need for 5,000 resources without a test that fails by chance. */
    private static final Duration LARGE = Duration.ofSeconds(30);

    private static final String WIDER = "return document.documentElement.scrollWidth - innerWidth;";

    @TempDir
    static Path folder;

    private static Page page;

    @BeforeAll
    static void open() {
        page = Page.open(folder);
    }

    @AfterAll
    static void close() {
        page.close();
    }

    @BeforeEach
    void show() {
        page.size(1200, 900);
        page.prefers("light");
        page.show(EverySort.set());
    }

    /** After every test: the page said nothing wrong, and nothing left it. */
    @AfterEach
    void nothing_is_wrong_and_nothing_leaves_the_page() {
        assertThat(page.console()).isEmpty();
        assertThat(page.requests()).isNotEmpty().allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
    }

    @Test
    void it_shows_verdict_danger_capacity_and_every_change() {
        assertThat(page.find("h1").getText()).isEqualTo("prod on okd-prod: refused");
        assertThat(page.find(".dangers li").getText()).startsWith("data can be lost");
        assertThat(page.find("figure.changes svg").getDomAttribute("aria-label"))
                .isEqualTo("cpu: 96 -> 64 of 128 cores, at most 192");
        assertThat(page.titles()).hasSize(7).contains("~ Node gpu-1");
        assertThat(page.shown()).isEqualTo("7 of 7");
    }

    @Test
    void it_is_filtered_by_stack_operation_and_danger() {
        page.find("#stack").sendKeys("gpu");
        assertThat(page.titles()).containsExactly("~ Node gpu-1");
        page.find("#stack").sendKeys(Keys.HOME);
        page.find("#operation").sendKeys("create");
        assertThat(page.titles()).containsExactly("+ ConfigMap jupyterhub/environments");
        page.find("#operation").sendKeys(Keys.HOME);
        page.find("#dangerous").click();
        assertThat(page.titles()).hasSize(6).doesNotContain("+ ConfigMap jupyterhub/environments");
        assertThat(page.shown()).isEqualTo("6 of 7");
    }

    @Test
    void it_is_searched_by_names_and_values_and_escape_clears() {
        page.press("/");
        page.press("quota 64");
        assertThat(page.titles()).containsExactly("~ ResourceQuota jupyterhub/quota");
        assertThat(page.find("#search").getDomProperty("value")).isEqualTo("quota 64");
        page.clear();
        assertThat(page.shown()).isEqualTo("7 of 7");
        assertThat(page.find("#search").getDomProperty("value")).isEmpty();
    }

    @Test
    void it_is_walked_and_opened_by_keys() {
        page.press("j");
        page.press("j");
        page.press("k");
        page.press(Keys.ENTER);
        assertThat(page.count("details.resource[open]")).isEqualTo(1);
        assertThat(page.find("details.resource[open] summary code").getText()).isEqualTo("~ Deployment jupyterhub/hub");
        assertThat(page.find("details.resource[open] .after").getText()).isEqualTo("hub:5.4.0");
        page.press("e");
        assertThat(page.count("#changes ~ details.resource[open]")).isEqualTo(7);
        page.press("e");
        assertThat(page.count("#changes ~ details.resource[open]")).isZero();
    }

    @Test
    void it_is_dark_or_light_as_the_reader_prefers_and_as_the_button_says() {
        String back = "return getComputedStyle(document.body).backgroundColor;";
        assertThat(page.run(back)).isEqualTo("rgb(255, 255, 255)");
        page.prefers("dark");
        assertThat(page.run(back)).isEqualTo("rgb(13, 17, 23)");
        page.find("#theme").click();
        assertThat(page.run(back)).isEqualTo("rgb(255, 255, 255)");
        page.find("#theme").click();
        assertThat(page.run(back)).isEqualTo("rgb(13, 17, 23)");
    }

    @Test
    void on_a_phone_nothing_scrolls_sideways() {
        page.size(360, 740);
        page.press("e");
        assertThat(page.run(WIDER)).isEqualTo(0L);
        page.show(Hostile.set("x".repeat(400)));
        page.press("e");
        assertThat(page.run(WIDER)).isEqualTo(0L);
        assertThat(
                        page.run(
                                "return getComputedStyle(document.querySelector('.field')).gridTemplateColumns.split(' ').length;"))
                .isEqualTo(1L);
    }

    @Test
    void a_hostile_value_is_shown_and_runs_nothing() {
        for (String value : Hostile.VALUES) {
            page.show(Hostile.set(value));
            page.press("e");
            assertThat(page.count("script")).as(value).isEqualTo(1);
            assertThat(page.count("img, a, iframe, b.evil, [onclick], [onerror]"))
                    .as(value)
                    .isZero();
            assertThat(page.titles()).as(value).hasSize(4);
            assertThat(page.run("return document.querySelector('.path').textContent;"))
                    .isEqualTo("data[" + FieldLines.clean(value) + "]");
        }
    }

    @Test
    void five_thousand_resources_load_and_are_filtered() {
        assertThat(page.show(Hostile.large(5_000))).isLessThan(LARGE);
        assertThat(page.shown()).isEqualTo("5000 of 5000");
        long begun = System.nanoTime();
        page.find("#search").sendKeys("settings-4999");
        assertThat(page.shown()).isEqualTo("1 of 5000");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LARGE);
    }

    @Test
    void a_run_that_came_to_no_end_is_a_page_too() {
        page.show(Changed.failed(Verdict.NO_CLUSTER, 1, "no answer"));
        assertThat(page.find("h1").getText()).endsWith("NO CLUSTER");
        assertThat(page.find(".notice pre").getText()).isEqualTo("no answer");
        assertThat(page.count("#changes")).isZero();
    }

    /** The README's picture: {@code -Dpicture=docs/images/preview.png} writes it anew. */
    @Test
    void its_picture_is_small_enough_for_a_readme() throws IOException {
        page.show(NewFlavour.set());
        page.size(1000, 1080);
        page.find("details.resource summary").click();
        byte[] picture = page.picture();
        assertThat(picture.length).isBetween(10_000, 300_000);
        String file = System.getProperty("picture", "");
        if (!file.isEmpty()) {
            Files.write(Path.of(file), picture);
        }
        assertThat(List.of(picture[1], picture[2], picture[3])).containsExactly((byte) 'P', (byte) 'N', (byte) 'G');
    }
}
