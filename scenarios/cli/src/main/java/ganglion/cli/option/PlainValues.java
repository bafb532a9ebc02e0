package ganglion.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the numbers, flags and paths of options that have no narrower rule, and refuses what is none in our words. */
public final class PlainValues {

    private PlainValues() {}

    /** Makes all options of a command line read them so; sub-commands must be there already. */
    public static CommandLine readBy(CommandLine commands) {
        ITypeConverter<Integer> whole =
                number(Integer::valueOf, "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
        ITypeConverter<Long> longer = number(Long::valueOf, "a whole number of at most 64 bits");
        ITypeConverter<Double> real = number(Double::valueOf, "a number");
        return commands.registerConverter(Integer.class, whole)
                .registerConverter(int.class, whole)
                .registerConverter(Long.class, longer)
                .registerConverter(long.class, longer)
                .registerConverter(Double.class, real)
                .registerConverter(double.class, real)
                .registerConverter(Boolean.class, new FlagReader())
                .registerConverter(boolean.class, new FlagReader())
                .registerConverter(Path.class, new PathReader());
    }

    private static <T> ITypeConverter<T> number(Function<String, T> reader, String expected) {
        return new NumberReader<>(reader, expected);
    }

    // Classes rather than lambdas: an archive of shared classes holds no lambda of an interface that is as old as
    // picocli's.

    private record NumberReader<T>(Function<String, T> reader, String expected) implements ITypeConverter<T> {

        @Override
        public T convert(String text) {
            try {
                return reader.apply(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("found '" + text + "', expected " + expected);
            }
        }
    }

    /** A flag has no value; the command line takes these two of it all the same. */
    private record FlagReader() implements ITypeConverter<Boolean> {

        @Override
        public Boolean convert(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new TypeConversionException("found '" + text + "', expected no value");
            };
        }
    }

    /** Reads the name of a file or folder. An empty word, as a shell makes of a variable that is not set, would mean the working folder. */
    private static final class PathReader implements ITypeConverter<Path> {

        @Override
        public Path convert(String word) {
            if (word.isEmpty()) {
                throw new TypeConversionException("found an empty path, expected a file or folder");
            }
            try {
                return Path.of(word);
            } catch (InvalidPathException e) {
                throw new TypeConversionException("found \"" + word
                        + "\", a name that no file can have in this locale, expected another, or LC_ALL=C.UTF-8");
            }
        }
    }
}
