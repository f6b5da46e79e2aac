package backprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import backprop.data.Dataset;
import backprop.lecture.CheckFailedException;
import backprop.matrix.Matrix;
import backprop.matrix.Shape;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every public method and constructor of the library that takes a matrix or a data set, found by reflection: with good
 * arguments it works, and with a bad one — null, no example, a row or a column too many, NaN or 2 for a label — it is
 * refused by one sentence, or takes it where {@link ApiSamples#takes} says why that is right. A new class joins by a
 * row of {@link ApiSamples}.
 */
class ApiSweepTest {
    private static final List<String> ROOMS = List.of(
            "matrix",
            "activation",
            "loss",
            "init",
            "layer",
            "network",
            "optimizer",
            "regularizer",
            "data",
            "train",
            "plot",
            "lecture");

    /** A bad argument by name. */
    private record Mutation(String name, Object value) {}

    /** A method of an object or class, or a constructor. */
    private record Door(String name, Executable executable, Supplier<?> receiver) {
        Object call(Object[] arguments) throws Throwable {
            try {
                return executable instanceof Constructor<?> constructor
                        ? constructor.newInstance(arguments)
                        : ((Method) executable).invoke(receiver.get(), arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> goodArgumentsWork() {
        return doors().stream().map(door -> DynamicTest.dynamicTest(door.name(), () -> door.call(arguments(door))));
    }

    @TestFactory
    Stream<DynamicTest> badArgumentsAreRefusedByASentence() {
        return doors().stream().flatMap(ApiSweepTest::badCalls);
    }

    private static Stream<DynamicTest> badCalls(Door door) {
        List<DynamicTest> tests = new ArrayList<>();
        Parameter[] parameters = door.executable().getParameters();
        for (int p = 0; p < parameters.length; p++) {
            int place = p;
            for (Mutation mutation : mutations(door, place)) {
                String name = door.name() + " with " + parameters[p].getName() + " " + mutation.name();
                tests.add(DynamicTest.dynamicTest(name, () -> {
                    Object[] arguments = arguments(door);
                    arguments[place] = mutation.value();
                    requireSentence(name, door, arguments);
                }));
            }
        }
        return tests.stream();
    }

    private static void requireSentence(String name, Door door, Object[] arguments) {
        boolean takes = ApiSamples.takes(name);
        try {
            door.call(arguments);
        } catch (IllegalArgumentException | NullPointerException | CheckFailedException refusal) {
            assertThat(refusal.getMessage()).as(name).matches("(?s).+ (must|takes|differ|gives|shows nothing,) .+");
            assertThat(takes)
                    .as(name + " is refused, so takes() need not name it")
                    .isFalse();
            return;
        } catch (Throwable other) {
            fail(name + ": must be refused by a sentence, got " + other, other);
        }
        assertThat(takes).as(name + " must be refused, or named in takes()").isTrue();
    }

    private static List<Mutation> mutations(Door door, int place) {
        Object good = arguments(door)[place];
        List<Mutation> bad = new ArrayList<>();
        if (good instanceof Matrix M) {
            bad.add(new Mutation("null", null));
            bad.add(new Mutation("without an example", Matrix.zeros(M.rows(), 0)));
            bad.add(new Mutation("of a row more", Samples.normal(M.rows() + 1, M.cols(), 1)));
            bad.add(new Mutation("of a column more", Samples.normal(M.rows(), M.cols() + 1, 1)));
            if (door.executable().getParameters()[place].getName().equals("Y")) {
                bad.add(new Mutation("with a NaN", with(M, Double.NaN)));
                bad.add(new Mutation("with a 2", with(M, 2)));
            }
        } else if (good instanceof Dataset data) {
            Matrix X = data.X();
            Matrix Y = data.Y();
            bad.add(new Mutation("null", null));
            bad.add(new Mutation("of an input more", data(Samples.normal(X.rows() + 1, X.cols(), 1), Y)));
            bad.add(new Mutation("of a class more", data(X, Samples.oneHot(Y.rows() + 1, Y.cols(), 1))));
        }
        return bad;
    }

    private static Object[] arguments(Door door) {
        return Arrays.stream(door.executable().getParameters())
                .map(parameter -> ApiSamples.argument(door.name(), parameter.getName()))
                .toArray();
    }

    private static Dataset data(Matrix X, Matrix Y) {
        return new Dataset(X, Y);
    }

    private static Matrix with(Matrix M, double value) {
        Matrix bad = M.copy();
        bad.set(0, 0, value);
        return bad;
    }

    private static List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        for (Class<?> type : publicClasses()) {
            for (Constructor<?> constructor : type.getConstructors()) {
                doors.add(new Door("new " + name(type, constructor), constructor, () -> null));
            }
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isStatic(method.getModifiers())) {
                    doors.add(new Door(name(type, method), method, () -> null));
                }
            }
        }
        for (Map.Entry<String, Supplier<?>> object : ApiSamples.OBJECTS.entrySet()) {
            Class<?> type = object.getValue().get().getClass();
            type = type.isHidden() ? type.getInterfaces()[0] : type; // a lambda's parameters have no names
            for (Method method : type.getMethods()) {
                boolean own = method.getDeclaringClass().getPackageName().startsWith("backprop");
                if (own && !Modifier.isStatic(method.getModifiers()) && !method.isBridge()) {
                    doors.add(new Door(object.getKey() + name(method), method, object.getValue()));
                }
            }
        }
        doors.removeIf(door -> !Modifier.isPublic(door.executable().getModifiers()));
        doors.removeIf(door -> !takesMatrixOrData(door.executable()));
        doors.removeIf(door -> door.executable().getDeclaringClass() == Shape.class); // the guard itself
        doors.forEach(door -> door.executable().setAccessible(true));
        return doors;
    }

    private static boolean takesMatrixOrData(Executable executable) {
        return Arrays.stream(executable.getParameterTypes())
                .anyMatch(type -> type == Matrix.class || type == Dataset.class);
    }

    @TestFactory
    Stream<DynamicTest> everyPublicClassWithMethodsHasASample() {
        List<Class<?>> sampled = new ArrayList<>();
        ApiSamples.OBJECTS.values().forEach(object -> sampled.add(object.get().getClass()));
        return publicClasses().stream()
                .filter(type -> !type.isInterface())
                .filter(type -> Arrays.stream(type.getMethods())
                        .filter(m -> m.getDeclaringClass().getPackageName().startsWith("backprop"))
                        .filter(m -> !Modifier.isStatic(m.getModifiers()))
                        .anyMatch(ApiSweepTest::takesMatrixOrData))
                .map(type -> DynamicTest.dynamicTest(
                        type.getSimpleName(), () -> assertThat(sampled).contains(type)));
    }

    private static List<Class<?>> publicClasses() {
        List<Class<?>> types = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOMS.stream().map(room -> "backprop." + room).toList())) {
            if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
                types.add(type.reflect());
            }
        }
        types.sort((a, b) -> a.getName().compareTo(b.getName()));
        return types;
    }

    private static String name(Class<?> type, Executable executable) {
        String own = executable instanceof Constructor<?> ? "" : "." + executable.getName();
        return type.getSimpleName() + own + parameters(executable);
    }

    private static String name(Method method) {
        return "." + method.getName() + parameters(method);
    }

    private static String parameters(Executable executable) {
        List<String> names = Arrays.stream(executable.getParameters())
                .map(Parameter::getName)
                .toList();
        return "(" + String.join(", ", names) + ")";
    }
}
