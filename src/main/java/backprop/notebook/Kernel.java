package backprop.notebook;

import jdk.jshell.JShell;

/** What the kit needs of the kernel that runs it; one implementation for JJava's API, one for IJava's. */
interface Kernel extends Display {
    /** Its name and version, such as {@code JJava 1.0-a8}. */
    String name();

    /** What compiles and runs the cells. */
    JShell shell();

    /** Adds a line magic: {@code %name} does something. Its value would be lost: IJava shows none. */
    void magic(String name, Runnable task);

    /** Whether a cell goes on behind a declaration whose signature names what follows later. */
    default boolean takesForwardReferences() {
        return true;
    }

    /** Whether a cell runs now; what the kit does on its own account, as its imports, is none. */
    boolean inCell();

    /** A snippet of the running cell has ended: what it printed goes out before its value or its error. */
    default void snippetEnded() {}

    /** Has a listener told of the cells that come; possible once a cell has run. */
    void watchCells(CellListener listener);

    /** Has completion and inspection answered with the kit's help; possible once a cell has run. */
    void assistWith(CodeAssist assist);
}
