package promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import release.Digest;
import release.Made;
import release.Release;
import target.RefusedException;

class ImageConditionsTest {
    private static final String THEN = Digest.of("then");
    private static final String NOW = Digest.of("now");
    private static final Release RECORDED = Made.withDigests(Map.of("quay.io/a:1", THEN, "quay.io/b:1", THEN));

    private static List<Condition> of(Release release, Map<String, String> digests, Map<String, String> faults) {
        return ImageConditions.of(release, new ImagesFound(Optional.empty(), digests, faults));
    }

    @Test
    void what_is_there_and_has_not_moved_may_go_on() {
        var conditions = of(RECORDED, Map.of("quay.io/a:1", THEN, "quay.io/b:1", THEN, "quay.io/c:1", NOW), Map.of());
        assertThat(conditions)
                .containsExactly(
                        Condition.kept("images", "all 3 can be had"),
                        Condition.kept("image-digests", "2 of 2 are what they were when dev#1 was made"));
        assertThatCode(() -> ImageConditions.require(conditions, Map.of())).doesNotThrowAnyException();
    }

    @Test
    void a_tag_that_moved_is_named_with_both_digests() {
        var conditions = of(RECORDED, Map.of("quay.io/a:1", NOW, "quay.io/b:1", THEN), Map.of());
        assertThatThrownBy(() -> ImageConditions.require(conditions, Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll(
                        "nothing was changed",
                        "image-digests: moved since dev#1 was made: quay.io/a:1 was " + THEN + " and is " + NOW,
                        "name the image by its digest",
                        "--override image-digests=REASON");
    }

    @Test
    void a_reason_for_a_registry_that_is_down_is_none_for_another_image() {
        var conditions =
                of(RECORDED, Map.of("quay.io/a:1", NOW), Map.of("quay.io/b:1", "unreachable: nothing listens"));
        assertThatThrownBy(() -> ImageConditions.require(conditions, Map.of("images", "it is down")))
                .hasMessageContaining("image-digests")
                .hasMessageNotContaining("nothing listens");
        assertThatCode(() -> ImageConditions.require(
                        conditions, Map.of("images", "it is down", "image-digests", "a rebuild")))
                .doesNotThrowAnyException();
    }

    @Test
    void one_reason_is_said_once_for_all_its_images() {
        String down = "unreachable: nothing listens at quay.io";
        var conditions = of(
                RECORDED,
                Map.of(),
                Map.of("quay.io/a:1", down, "quay.io/b:1", down, "ghcr.io/c:1", "missing: there is no 1"));
        assertThat(conditions.get(0).sentence())
                .startsWith("cannot be had: ghcr.io/c:1 (missing: there is no 1); quay.io/a:1, quay.io/b:1 (" + down
                        + "); or give a reason when the plan is made: --override images=REASON");
        assertThat(conditions.get(1).sentence()).startsWith("0 of 2 are");
    }

    @Test
    void on_a_twin_nothing_is_asked_and_that_is_said() {
        assertThat(ImageConditions.of(RECORDED, ImagesFound.notAsked("on a twin no image is pulled")))
                .allMatch(Condition::kept)
                .extracting(Condition::sentence)
                .containsOnly("not asked: on a twin no image is pulled");
    }

    @Test
    void a_release_without_digests_has_nothing_to_compare() {
        assertThat(of(Made.release(1, ""), Map.of("quay.io/a:1", NOW), Map.of()).get(1))
                .matches(Condition::kept)
                .extracting(Condition::sentence)
                .asString()
                .startsWith("nothing to compare: dev#1 records none");
    }
}
