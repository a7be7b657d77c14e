package cli;

import facility.Environment;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The environment that a command is for, as its first word. */
final class EnvironmentArgument {
    @Parameters(index = "0", paramLabel = "ENV", description = "The environment: dev or prod.",
            converter = Converter.class)
    Environment environment;

    /** Reads {@code dev} and {@code prod}. */
    static final class Converter implements ITypeConverter<Environment> {
        @Override
        public Environment convert(String value) {
            return Arrays.stream(Environment.values()).filter(one -> one.key().equals(value)).findFirst()
                    .orElseThrow(() -> new TypeConversionException("no environment \"" + value + "\"; there are "
                            + Arrays.stream(Environment.values()).map(Environment::key)
                                    .collect(Collectors.joining(" and "))));
        }
    }
}
