package provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with inputs: each fault begins with the name of its field. */
public final class Faults {
    private Faults() {}

    public static List<String> of(List<Field> fields, Map<String, Object> values) {
        var faults = new ArrayList<String>();
        for (Field field : fields) {
            field.fault(values.get(field.name())).ifPresent(faults::add);
        }
        var known = fields.stream().map(Field::name).toList();
        for (String name : values.keySet()) {
            if (!known.contains(name) && !name.equals("version")) {
                faults.add(name + ": is not known; " + String.join(", ", known) + "; remove it");
            }
        }
        return faults;
    }
}
