package cli;

import facility.ChartSource;
import facility.Facility;
import facility.Image;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** What a declaration names of the world outside: images and charts, wherever in it they stand. */
record DeclaredParts(List<String> images, Map<String, ChartSource> charts) {
    /** Charts by the path that names them, such as {@code hub.chart}. */
    static DeclaredParts of(Facility facility) {
        var images = new TreeSet<String>();
        var charts = new TreeMap<String, ChartSource>();
        walk("", facility, (path, value) -> {
            if (value instanceof Image image) {
                images.add(image.toString());
            } else if (value instanceof ChartSource chart) {
                charts.put(path, chart);
            }
        });
        return new DeclaredParts(List.copyOf(images), charts);
    }

    private static void walk(String path, Object value, BiConsumer<String, Object> seen) {
        seen.accept(path, value);
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(inside -> walk(path, inside, seen));
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> walk(path, item, seen));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inside) -> walk(path + "." + key, inside, seen));
        } else if (value instanceof Record && value.getClass().getPackageName().startsWith("facility")) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                walk(
                        path.isEmpty() ? component.getName() : path + "." + component.getName(),
                        valueOf(component, value),
                        seen);
            }
        }
    }

    private static Object valueOf(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's component could not be read: " + component, e);
        }
    }
}
