package policy;

/** One thing that has to hold. A rule holds no state: what it depends on is given to its constructor. */
public sealed interface Rule permits ResourceRule, StackRule {
    About about();
}
