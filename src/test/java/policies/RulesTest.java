package policies;

import static org.assertj.core.api.Assertions.assertThat;

import house.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import policy.About;

/** What every rule has to have, whichever it is. */
class RulesTest {
    @Test
    void the_table_for_people_is_fresh() {
        Golden.assertMatches("../../../policies/RULES.md", RulesTable.markdown());
    }

    @Test
    void each_has_a_name_of_its_own_and_a_test() {
        assertThat(FacilityPack.abouts()).extracting(About::id).doesNotHaveDuplicates();
        for (About about : FacilityPack.abouts()) {
            assertThat(about.id()).matches("[a-z]+(-[a-z]+)*");
            if (!about.id().equals("leases-have-not-ended")) {
                var name = new StringBuilder();
                for (String word : about.id().split("-", -1)) {
                    name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
                }
                assertThat(Files.exists(Path.of("src/test/java/policies/rules/" + name + "Test.java")))
                        .as("%s has no test", name)
                        .isTrue();
            }
        }
    }
}
