package backprop.notebook;

import backprop.exercise.Exercise;
import java.util.regex.Pattern;
import jdk.jshell.JShell;

/** Names that a cell above declares which was left out, or has not run since the kernel began. */
final class CellsAbove {
    /** How all hints to such cells end. */
    static final String MENU = " (in the menu: Run > Run All Above Selected Cell)";
    /** What brings such a name. */
    static final String HINT = "run the cells above that declare it" + MENU;

    private static final String CONTRACTS = "backprop.exercise.";
    /** What begins the names of packages, and is no variable. */
    private static final Pattern ROOT = Pattern.compile("javax?|jdk|backprop|org|com|tech");

    private CellsAbove() {}

    /** The same of a name that another hint is about. */
    static String hint(String what) {
        return "run the cells above that declare " + what + MENU;
    }

    /** Whether a cell may declare it. */
    static boolean mayDeclare(String name) {
        return !ROOT.matcher(name).matches();
    }

    /**
     * The hint to another name. A variable often has the name of its class, as in {@code Split split = …}; a class of
     * java.lang is rather meant itself, as in {@code math.exp}.
     */
    static String besides(String type, String name) {
        boolean above = Character.isLowerCase(name.charAt(0))
                && Character.isUpperCase(type.charAt(0))
                && loaded("java.lang." + type) == null;
        return "did you mean " + type + "?" + (above ? " Or " + hint(name) : "");
    }

    /** Whether it is of an exercise, whose own notebook imports it: others have classes of such names themselves. */
    static boolean isOfExercise(String type) {
        return type.matches("backprop\\.exercise\\.[a-z]\\w*\\..*");
    }

    /** Whether it is the interface that an exercise checks a function by, which no cell of a learner names. */
    static boolean isContract(JShell shell, String name) {
        return shell.imports()
                .map(imported -> imported.fullname())
                .filter(full -> full.startsWith(CONTRACTS) && full.endsWith(".*"))
                .map(full -> loaded(full.replaceFirst("\\*$", "") + name))
                .anyMatch(type -> type != null && type.isAnnotationPresent(Exercise.class));
    }

    private static Class<?> loaded(String type) {
        try {
            return Class.forName(type, false, CellsAbove.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError notThere) {
            return null;
        }
    }
}
