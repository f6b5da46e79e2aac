package backprop.grade.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where virtual machines run whose code nobody trusts. */
public interface Sandbox {
  /** Starts a program. Its stdin and stdout are pipes, its stderr goes nowhere. It ends when this process ends, or the
   * thread that started it.
   * @param command the program and its arguments
   * @param readable files and folders that it may read, besides the JDK
   * @return the process
   * @throws IOException if it cannot be started */
  Process start(List<String> command, List<Path> readable) throws IOException;

  /** Whether what runs in it is confined.
   * @return true if so */
  boolean confines();
}
