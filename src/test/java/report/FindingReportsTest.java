package report;

import static org.assertj.core.api.Assertions.assertThat;

import change.ChangeSet;
import change.Changed;
import change.EverySort;
import change.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The forms that tools read beside a merge request. */
class FindingReportsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<ChangeSet> sets() {
        return Stream.concat(
                Stream.of(EverySort.set(), Changed.set(), Changed.failed(Verdict.NO_CLUSTER, 1, "no answer")),
                Hostile.VALUES.stream().map(Hostile::set));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void junit_is_xml_whose_counts_are_those_of_its_cases(ChangeSet set) throws Exception {
        Element suite = suite(set);
        assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
        assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
        assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
        boolean failed = !count(suite, "failure").equals("0");
        assertThat(failed).isEqualTo(!set.verdict().passes());
    }

    @Test
    void in_junit_what_stops_has_failed_and_danger_is_skipped() throws Exception {
        Element suite = suite(EverySort.set());
        assertThat(Map.of("failures", count(suite, "failure"), "notes", count(suite, "system-out")))
                .isEqualTo(Map.of("failures", "3", "notes", "2"));
        assertThat(suite.getAttribute("name")).isEqualTo("preview of prod");
    }

    /** What GitHub reads of it: sarifv2.1.0's required properties and its words. */
    @ParameterizedTest
    @MethodSource("sets")
    void sarif_has_what_its_readers_ask_for(ChangeSet set) throws IOException {
        JsonNode root = JSON.readTree(SarifReport.of(set));
        assertThat(root.path("version").asText()).isEqualTo("2.1.0");
        JsonNode run = root.path("runs").path(0);
        Set<String> rules = new HashSet<>();
        run.at("/tool/driver/rules").forEach(rule -> rules.add(rule.path("id").asText()));
        assertThat(run.at("/tool/driver/name").asText()).isNotEmpty();
        assertThat(run.path("results").isArray()).isTrue();
        for (JsonNode result : run.path("results")) {
            assertThat(rules).contains(result.path("ruleId").asText());
            assertThat(result.path("level").asText()).isIn("error", "warning", "note");
            assertThat(result.at("/message/text").isTextual()).isTrue();
            JsonNode place = result.at("/locations/0/physicalLocation");
            assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("Pulumi.prod.yaml");
            assertThat(place.at("/region/startLine").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void code_quality_has_what_gitlab_asks_for(ChangeSet set) throws IOException {
        Set<String> fingerprints = new HashSet<>();
        JsonNode issues = JSON.readTree(CodeQualityReport.of(set));
        for (JsonNode issue : issues) {
            assertThat(issue.path("description").isTextual()).isTrue();
            assertThat(issue.path("check_name").asText()).isNotEmpty();
            assertThat(issue.path("severity").asText()).isIn("info", "minor", "major", "critical", "blocker");
            assertThat(issue.at("/location/path").asText()).isEqualTo("Pulumi.prod.yaml");
            assertThat(issue.at("/location/lines/begin").asInt()).isEqualTo(1);
            fingerprints.add(issue.path("fingerprint").asText());
        }
        assertThat(fingerprints).hasSize(issues.size()).allMatch(each -> each.matches("[0-9a-f]{64}"));
    }

    @Test
    void a_finding_keeps_its_fingerprint() {
        assertThat(CodeQualityReport.of(EverySort.set())).isEqualTo(CodeQualityReport.of(EverySort.set()));
    }

    @Test
    void the_widget_reads_three_counts() throws IOException {
        assertThat(JSON.readTree(TerraformReport.of(EverySort.set())))
                .isEqualTo(JSON.readTree("{\"create\": 2, \"update\": 4, \"delete\": 2}"));
    }

    @Test
    void no_form_is_without_a_writer() {
        for (ReportFormat format : ReportFormat.values()) {
            for (ChangeSet set : List.of(EverySort.set(), Changed.set())) {
                assertThat(format.of(set, Palette.PLAIN))
                        .as(format.name())
                        .isNotBlank()
                        .endsWith("\n");
            }
        }
    }

    private static Element suite(ChangeSet set) throws IOException, SAXException, ParserConfigurationException {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JunitReport.of(set))));
        return (Element) document.getElementsByTagName("testsuite").item(0);
    }

    private static String count(Element suite, String tag) {
        return String.valueOf(suite.getElementsByTagName(tag).getLength());
    }
}
