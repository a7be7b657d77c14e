package facility.rules;

import facility.Facility;
import facility.GpuCards;
import facility.NodePool;
import facility.Problems;
import facility.TimeSlicing;

/** Cards are shared by several, are not cut as well, and their shares are not taken for whole cards. */
final class TimeSlicingIsOfWholeCards implements Rule {
    @Override
    public void check(Facility facility, Problems problems) {
        for (NodePool pool : facility.cluster().nodePools()) {
            pool.gpu().ifPresent(cards -> cards.timeSlicing().ifPresent(sliced -> {
                String path = "cluster.nodePools[" + pool.name() + "].gpu.timeSlicing";
                replicas(sliced, path, problems);
                cut(cards, path, problems);
                if (!sliced.renameByDefault()) {
                    mistaken(facility, path, problems);
                }
            }));
        }
    }

    private static void replicas(TimeSlicing sliced, String path, Problems problems) {
        if (sliced.replicas() < 2) {
            problems.add(
                    path + ".replicas",
                    "shares nothing",
                    "" + sliced.replicas(),
                    "at least 2 pods a card",
                    "raise it, or set timeSlicing to null");
        }
    }

    private static void cut(GpuCards cards, String path, Problems problems) {
        if (!cards.whole()) {
            problems.add(
                    path,
                    "is of cards that are cut",
                    "layout " + cards.layout(),
                    "cards that are handed out whole: pods that share a slice have no memory of their own again",
                    "set timeSlicing to null, or layout to all-disabled");
        }
    }

    private static void mistaken(Facility facility, String path, Problems problems) {
        facility.cluster().nodePools().stream()
                .filter(pool -> pool.gpu()
                        .filter(cards -> cards.whole() && cards.timeSlicing().isEmpty())
                        .isPresent())
                .findFirst()
                .ifPresent(whole -> problems.add(
                        path + ".renameByDefault",
                        "gives shares the name of whole cards",
                        "false",
                        "pool " + whole.name() + " hands out whole cards as gpu, and nobody could tell which they get",
                        "set it to true"));
    }
}
