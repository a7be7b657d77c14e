package config;

import facility.Keyed;
import facility.Named;
import facility.Typed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A value on one line, as an environment's file would write it. */
final class WrittenForm {
    /** Longer ones, such as an authority's certificate, are cut: the place says where the whole of it is. */
    private static final int WIDTH = 80;

    private WrittenForm() {}

    static String of(Object value) {
        String text = whole(value).replace("\n", "\\n");
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH) + "...";
    }

    private static String whole(Object value) {
        if (value instanceof Keyed word) {
            return word.key();
        }
        if (value instanceof Duration duration) {
            return duration(duration);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(WrittenForm::whole).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            var sorted = new TreeMap<String, String>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), whole(each)));
            return sorted.toString().replace("=", ": ");
        }
        if (value instanceof Named named) {
            return named.name();
        }
        if (value instanceof Typed typed) {
            return typed.type();
        }
        return value.getClass().isRecord() && !Leaves.isLeaf(value.getClass()) ? "(declared)" : value.toString();
    }

    /** The largest unit that leaves a whole number: {@code 8h}. */
    private static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds == 0) {
            return "0s";
        }
        for (var unit : List.of(Map.entry("d", 86_400), Map.entry("h", 3600), Map.entry("m", 60))) {
            if (seconds % unit.getValue() == 0) {
                return seconds / unit.getValue() + unit.getKey();
            }
        }
        return seconds + "s";
    }
}
