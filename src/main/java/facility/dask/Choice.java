package facility.dask;

/**
 * What a user may choose for each worker, in whole units.
 *
 * @param standard what a user gets who chooses nothing
 */
public record Choice(int min, int max, int standard) {
    /** Whether somebody can choose something: from 1, with the standard inside. */
    public boolean makesSense() {
        return min >= 1 && min <= standard && standard <= max;
    }
}
