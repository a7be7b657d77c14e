package campaign;

import campaign.SizedFacility.Change;

/** What is measured of each contestant. */
enum SpeedRow {
    NOTHING("up-from-nothing", "up from nothing, on a new twin", true, Change.NONE),
    SAME("preview-same", "preview, nothing changed", false, Change.NONE),
    FLAVOUR("preview-flavour", "preview, one flavour changed", false, Change.FLAVOUR),
    ALL("preview-all", "preview, all changed that can be", false, Change.ALL),
    UP_ONE("up-one", "up of one change", true, Change.NAME),
    UP_ALL("up-all", "up of all that can be changed", true, Change.ALL);

    /** Half a minute to half an hour each, and those of changes are two of them: to the change and back. */
    private static final int MOST_UPS = 1;

    private final String key;
    private final String title;
    private final boolean up;
    private final Change change;

    SpeedRow(String key, String title, boolean up, Change change) {
        this.key = key;
        this.title = title;
        this.up = up;
        this.change = change;
    }

    String key() {
        return key;
    }

    String title() {
        return title;
    }

    boolean isUp() {
        return up;
    }

    Change change() {
        return change;
    }

    /** Of so many repetitions, those of this row. */
    int times(int repetitions) {
        return up ? Math.min(repetitions, MOST_UPS) : repetitions;
    }
}
