#pragma once

#include <QByteArray>

namespace kuaiban::devices {

// A one-page PDF (A4) with a frame and a line of text, for trying a printer: written out here because it needs neither
// fonts nor a layout engine.
inline QByteArray testPage()
{
    const QByteArray content = "1 w 40 40 515 762 re S BT /F1 24 Tf 120 700 Td (Kuaiban test page) Tj ET\n";
    const QByteArray objects[] = {
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    };
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    int number = 0;
    for (const auto& object : objects) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(++number) + " 0 obj\n" + object + "\nendobj\n";
    }
    const auto tableAt = pdf.size();
    const auto count = QByteArray::number(number + 1);
    pdf += "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n" +
           QByteArray::number(tableAt) + "\n%%EOF\n";
    return pdf;
}

} // namespace kuaiban::devices
