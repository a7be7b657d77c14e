package facility.rules;

import facility.Facility;
import facility.Problems;

/** One thing that must hold for a facility. It adds every fault it finds and never stops at the first. */
interface Rule {
    void check(Facility facility, Problems problems);
}
