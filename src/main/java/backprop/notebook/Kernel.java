package backprop.notebook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;

/**
 * What the library needs from the kernel that it runs in. There is one implementation for JJava's interface and one for
 * IJava's.
 */
interface Kernel extends Display {
    /** Returns the kernel's name and version, such as {@code JJava 1.0-a8}. */
    String name();

    /** Returns the name and version that a kernel's banner has, or the name alone if there is no version. */
    static String nameIn(String banner, String name) {
        Matcher named = Pattern.compile(name + "[^:\\n]*").matcher(banner);
        return named.find() ? named.group().strip() : name;
    }

    /** Returns the JShell that compiles and runs the cells. */
    JShell shell();

    /** Adds a line magic: {@code %name} does something. Its value would be lost: IJava shows none. */
    void magic(String name, Runnable task);

    /**
     * Tells whether a cell goes on behind a declaration whose signature names something that is declared only later.
     */
    default boolean takesForwardReferences() {
        return true;
    }

    /** Tells whether a cell runs now. What the library runs by itself, as its imports, is not a cell. */
    boolean inCell();

    /**
     * Must be called when a snippet of the running cell has ended, so that what it printed appears before its value or
     * its error.
     */
    default void snippetEnded() {}

    /** Sets the listener that is told of all cells from now on. It works only after a cell has run. */
    void watchCells(CellListener listener);

    /** Answers completion and inspection with the library's help. It works only after a cell has run. */
    void assistWith(CodeAssist assist);
}
