package backprop.grade.submission;

import backprop.grade.result.GradeException;
import backprop.grade.result.HandIn;

/** What a student handed in, not yet read.
 * @param handIn who, what and when
 * @param problem why there is nothing to read, as a sentence; empty where there is
 * @param origin where its bytes are */
public record Found(HandIn handIn, String problem, Origin origin) {
  /** Reads the notebook, each time anew.
   * @return its bytes, no more than 20 MiB
   * @throws GradeException when it cannot be read; the message says why */
  public byte[] bytes() {
    if (!problem.isEmpty()) { throw new GradeException(problem); }
    return origin.bytes();
  }
}
