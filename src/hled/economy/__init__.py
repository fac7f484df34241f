"""
The economic engine: arrays in, arrays out.

Offers labelled inter-country input-output tables (`tables`), the Leontief system with exposure and extraction
(`leontief`), value added in exports (`value_chains`) and how sure any of it is (`uncertainty`). Pure: no store, no data
frames, no clock; randomness takes a generator.
"""
