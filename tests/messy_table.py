"""A messy Turkish spreadsheet, as tests of own data bring it."""

MESSY = """Olaylar;;;;;
;;;;;
Tarih;Yer;Olay;Enlem;Boylam;Kaynak
06.10.2014;Kobani;Birinci olay;;;Örnek
31.02.2018;Afrin;Olmayan gün;;;
31.02.2018;Afrin;Olmayan gün daha;;;
15.10.2019;Tel Abyad;Ters koordinat;38,95;36,69;
Ekim 2014;Kubane;Yakin ad;;;
20.11.2019;Afrin;Son olay;;;
""".encode("cp1254")
"""Titles above, an impossible date twice, swapped coordinates, a misspelled place, a month without a day."""
