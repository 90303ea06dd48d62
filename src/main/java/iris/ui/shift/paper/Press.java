package iris.ui.shift.paper;

import iris.signal.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What puts a page on paper. Never on the FX thread: a print server may not answer. */
public interface Press {
  /** The printers that this machine knows. */
  static Press ofThisMachine() {
    return new Press() {
      @Override
      public List<String> printers() {
        return Printing.printers();
      }

      @Override
      public Optional<Reason> print(byte[] pdf, String printer) throws IOException {
        return Printing.print(pdf, printer);
      }
    };
  }

  /** Names of the printers, in order; none where there is none. */
  List<String> printers();

  /** Empty: the printer has taken it. */
  Optional<Reason> print(byte[] pdf, String printer) throws IOException;
}
