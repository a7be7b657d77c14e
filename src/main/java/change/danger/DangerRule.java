package change.danger;

import change.Danger;
import java.util.List;

/** One reason to think before a change is made. */
interface DangerRule {
    /** Its name in reports; a public contract. */
    String key();

    List<Danger> of(Examined examined);
}
