package policy;

/** Makes the pack for a run: its limits may differ from environment to environment. */
public interface PackSource {
    /**
     * The pack for one run.
     *
     * @throws FaultyPackException when what the pack is made from has a fault: nothing is judged then
     */
    Pack of(Run run);
}
