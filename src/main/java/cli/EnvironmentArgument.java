package cli;

import facility.Environment;
import facility.Nearest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The environment that a command is for, as its first word. */
final class EnvironmentArgument {
    @Parameters(
            index = "0",
            paramLabel = "ENV",
            description = "The environment: dev or prod.",
            converter = Converter.class)
    Environment environment;

    /** Reads {@code dev} and {@code prod}. */
    static final class Converter implements ITypeConverter<Environment> {
        @Override
        public Environment convert(String value) {
            return Environment.of(value)
                    .orElseThrow(
                            () -> new TypeConversionException("there is no environment \"" + value + "\"; there are "
                                    + String.join(" and ", Environment.keys())
                                    + Nearest.of(value, Environment.keys())
                                            .map(near -> "; did you mean \"" + near + "\"")
                                            .orElse("")));
        }
    }
}
