package facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue against the list that users know. */
class CatalogueTest {
    private final Catalogue catalogue = FacilityCatalogue.shared();

    @Test
    void it_has_the_six_groups_in_their_order() {
        assertThat(catalogue.collaborations())
                .map(Collaboration::displayName)
                .containsExactly(
                        "LBNF/DUNE/ProtoDUNE",
                        "ACORN",
                        "FIFE/Neutrinos",
                        "Cosmic Frontier",
                        "Fermi generic",
                        "CMS LPC");
    }

    @Test
    void every_flavour_that_is_not_retired_is_offered_under_its_known_name() {
        var expected = List.of(
                "dune: SL7 general purpose",
                "dune: GPU SL7",
                "acorn: ACORN CPU SL7",
                "acorn: ACORN GPU SL7",
                "acorn: L-CAPE CPU SL7",
                "acorn: L-CAPE GPU SL7",
                "acorn: READS CPU SL7",
                "acorn: READS GPU SL7",
                "fife: SL7 general purpose",
                "fife: GPU SL7",
                "cosmic: SL7 general purpose",
                "cosmic: GPU SL7",
                "fermi: Basic SL7",
                "fermi: Basic OCS",
                "fermi: AL9 general purpose",
                "fermi: AL9 GPU (MIG 10 GB)",
                "fermi: AL9 GPU (MIG 20 GB)",
                "fermi: AL9 GPU (MIG 40 GB)",
                "fermi: Rescue notebook",
                "cms-lpc: SL7 vanilla",
                "cms-lpc: SL7 COFFEA-Dask",
                "cms-lpc: GPU SL7",
                "cms-lpc: SL7 Boosted Decision Trees (GPU as a service, T4)");
        assertThat(offered()).map(CatalogueTest::withoutHistory).containsExactlyElementsOf(expected);
    }

    @Test
    void no_retired_flavour_is_offered() {
        assertThat(Catalogue.RETIRED).hasSize(6).allSatisfy(retired -> assertThat(offered())
                .doesNotContain(retired.collaboration() + ": " + retired.displayName()));
    }

    private List<String> offered() {
        return catalogue.collaborations().stream()
                .flatMap(collaboration -> collaboration.offered().stream()
                        .map(flavour -> collaboration.name() + ": " + flavour.displayName()))
                .toList();
    }

    private static String withoutHistory(String name) {
        return name.replace(" (MIG 10 GB, formerly T4)", "");
    }
}
