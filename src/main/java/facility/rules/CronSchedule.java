package facility.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cron's five fields as a CronJob reads them, in numbers. */
final class CronSchedule {
    private static final Pattern PART =
            Pattern.compile("(?:\\*|(?<from>[0-9]{1,2})(?:-(?<to>[0-9]{1,2}))?)(?:/(?<step>[1-9][0-9]?))?");

    /** Minute, hour, day of the month, month, day of the week: the least and the greatest value. */
    private static final List<int[]> FIELDS =
            List.of(new int[] {0, 59}, new int[] {0, 23}, new int[] {1, 31}, new int[] {1, 12}, new int[] {0, 6});

    private CronSchedule() {}

    static boolean isOne(String text) {
        String[] fields = text.split(" ", -1);
        if (fields.length != FIELDS.size()) {
            return false;
        }
        for (int field = 0; field < fields.length; field++) {
            for (String part : fields[field].split(",", -1)) {
                if (!fits(PART.matcher(part), FIELDS.get(field))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean fits(Matcher part, int[] range) {
        if (!part.matches()) {
            return false;
        }
        if (part.group("from") == null) {
            return true;
        }
        int from = Integer.parseInt(part.group("from"));
        int to = part.group("to") == null ? from : Integer.parseInt(part.group("to"));
        return from >= range[0] && from <= to && to <= range[1];
    }
}
