package cli;

import java.io.Console;

/** A question to the person at the terminal; where there is none, the answer is no. */
final class Confirmation {
    private Confirmation() {}

    static boolean given(String question) {
        Console console = System.console();
        return console != null && "yes".equals(console.readLine("%s Type yes: ", question));
    }
}
