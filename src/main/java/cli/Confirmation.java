package cli;

/** A question to the person at the terminal; where there is none, the answer is no. */
final class Confirmation {
    private Confirmation() {}

    static boolean given(String question) {
        // Since JDK 22 there is a console without a terminal too; it reads the end of the input, which is no yes.
        var console = java.util.Optional.ofNullable(System.console());
        return console.map(terminal -> terminal.readLine("%s Type yes: ", question))
                .filter("yes"::equals)
                .isPresent();
    }
}
