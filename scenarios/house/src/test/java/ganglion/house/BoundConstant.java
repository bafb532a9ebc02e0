package ganglion.house;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The value of a constant of the code, by the name that pages give it: type, constant, and the part of it if it is a record. */
final class BoundConstant {

    private BoundConstant() {}

    /** In the units of pages: seconds, bytes, or a number. */
    static double value(SourceTree project, String name) throws ReflectiveOperationException {
        String[] parts = name.split("\\.");
        Field field = field(type(project, parts[0]), parts[1]);
        field.setAccessible(true);
        Object value = field.get(null);
        if (parts.length > 2) {
            Method part = value.getClass().getMethod(parts[2]);
            value = part.invoke(value);
        }
        if (value instanceof Duration duration) {
            return duration.toMillis() / 1000.0;
        }
        double number = ((Number) value).doubleValue();
        return parts[1].endsWith("_NANOSECONDS") ? number / 1e9 : number;
    }

    private static Class<?> type(SourceTree project, String name) throws ClassNotFoundException {
        List<String> found = project.main()
                .filter(file -> file.slashes().endsWith("/" + name + ".java"))
                .map(SourceFile::packageName)
                .toList();
        if (found.size() != 1) {
            throw new ClassNotFoundException(name + " in " + found);
        }
        return Class.forName(found.get(0) + "." + name);
    }

    /** The field of a type or of one within it. */
    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Deque<Class<?>> types = new ArrayDeque<>(List.of(type));
        while (!types.isEmpty()) {
            Class<?> next = types.remove();
            for (Field field : next.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
            types.addAll(List.of(next.getDeclaredClasses()));
        }
        throw new NoSuchFieldException(name + " in " + type);
    }
}
